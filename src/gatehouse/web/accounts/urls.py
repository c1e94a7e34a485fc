"""URLs of sign-in and of one's own account: those pages of allauth that are wanted here, each with its door."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from django.urls import path

from gatehouse.web.accounts import changing, listing, mine, provider
from gatehouse.web.door import FORM, own, public

entering = public("it asks who is there", FORM)
mine_only = own("it changes nothing but one's own ways of signing in", FORM)

urlpatterns = [
    path("accounts/", listing.accounts, name="accounts"),
    path("accounts/new/", changing.new_account, name="accounts-new"),
    path("accounts/changes/", changing.changes, name="accounts-changes"),
    path("accounts/changes/<int:pk>/", changing.change, name="accounts-change"),
    path("accounts/changes/<int:pk>/approve/", changing.approve, name="accounts-change-approve"),
    path("accounts/changes/<int:pk>/decline/", changing.decline, name="accounts-change-decline"),
    path("accounts/<int:pk>/", changing.one, name="accounts-one"),
    path("accounts/<int:pk>/propose/", changing.propose, name="accounts-propose"),
    path("sign-in/", entering(account.login), name="account_login"),
    path("sign-in/second/", entering(factors.authenticate), name="mfa_authenticate"),
    path("sign-in/closed/", entering(account.account_inactive), name="account_inactive"),
    path("sign-in/<slug:provider_id>/", entering(provider.login), name="openid_connect_login"),
    path("sign-in/<slug:provider_id>/back/", entering(provider.callback), name="openid_connect_callback"),
    path("sign-in/provider/cancelled/", entering(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("sign-in/provider/failed/", entering(social.login_error), name="socialaccount_login_error"),
    path("sign-out/", entering(account.logout), name="account_logout"),
    path("me/", mine.my_account, name="my-account"),
    path("me/sessions/end/", mine.end_sessions, name="my-account-end-sessions"),
    path("me/password/", mine_only(account.password_change), name="account_change_password"),
    path("me/confirm/", mine_only(account.reauthenticate), name="account_reauthenticate"),
    path("me/confirm/second/", mine_only(factors.reauthenticate), name="mfa_reauthenticate"),
    path("me/confirm/key/", mine_only(keys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("me/second/", mine_only(factors.index), name="mfa_index"),
    path("me/second/app/", mine_only(totp.activate_totp), name="mfa_activate_totp"),
    path("me/second/app/off/", mine_only(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("me/second/codes/", mine_only(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("me/second/codes/new/", mine_only(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("me/second/codes/file/", mine_only(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("me/second/keys/", mine_only(keys.list_webauthn), name="mfa_list_webauthn"),
    path("me/second/keys/new/", mine_only(keys.add_webauthn), name="mfa_add_webauthn"),
    path("me/second/keys/<int:pk>/", mine_only(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path("me/second/keys/<int:pk>/remove/", mine_only(keys.remove_webauthn), name="mfa_remove_webauthn"),
]

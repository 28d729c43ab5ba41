@echo off
rem Tries the wall once, with its messages in this window. Alt+F4 closes the browser, Ctrl+C ends the watching.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0wall.ps1"
pause
